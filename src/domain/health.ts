/** One thing without which readers get no figures. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
}

/** Whether the program can do its work now. */
export interface Health {
  /** Resolves within a few seconds, also where what is asked does not answer. */
  checks(): Promise<readonly HealthCheck[]>;
}

/** Figures about the running of the program, for a monitor. */
export interface Metrics {
  readonly contentType: string;
  /** Notes an answer; the route is a pattern, never what was looked up. */
  answered(route: string, status: number, durationMs: number): void;
  text(): Promise<string>;
}

/** Whether something answers in time, without an error. Never rejects, never waits longer. */
export async function answersWithin(asked: Promise<unknown>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs).unref();
  });
  const answered = asked.then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([answered, tooLong]);
  clearTimeout(timer);
  return ok;
}
