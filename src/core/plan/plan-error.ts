/**
 * Why a plan cannot be used (plan-format §2). `path` names the offending value as one would write it in JavaScript,
 * such as `speed_regions[2].factor`; it is empty where the document as a whole is meant. The message begins with it.
 */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly path: string;

  constructor(path: string, fact: string) {
    super(path === '' ? fact : `${path}: ${fact}`);
    this.path = path;
  }
}
