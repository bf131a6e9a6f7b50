import { describePageInvariants } from '../../../crawlers/front-page/page-invariants.ts';

describePageInvariants({ seed: 20_261_130, numRuns: 25 });
