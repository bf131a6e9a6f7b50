import { describePageInvariants } from './page-invariants.ts';

// Many more of them: test/long/crawlers/front-page/invariants.test.ts.
describePageInvariants({ seed: 20_261_123, numRuns: 2 });
