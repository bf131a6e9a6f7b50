// The review room: what people read, how far they agree, and what that says of the machine.
export {
  type Agreement,
  type AgreementOptions,
  type CodedUnit,
  type CodedValue,
  cohenKappa,
  krippendorffAlpha,
  type Level,
} from './agreement.ts';
export {
  type AuditedItem,
  type CorrectedPerson,
  type CorrectionInput,
  correctFigures,
  type Estimate,
  type ReadItem,
} from './correct.ts';
export { type AuditDraw, openAudit, openUncertain, renewTasks } from './assign.ts';
export { type Corrections, correctionInput, createCorrections } from './corrections.ts';
export { type CodingPlan, planCodings } from './plan.ts';
