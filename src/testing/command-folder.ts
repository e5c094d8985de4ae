import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../node_modules/.cache/command/castfold.js', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A folder of its own in which the castfold command runs; it is gone when the test is. */
export class CommandFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'castfold-'));

  /** Files by their names. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(this.path, name), content);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  at(name: string): string {
    return join(this.path, name);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  /** Names of everything in it, hidden files too. */
  names(): string[] {
    return readdirSync(this.path).sort();
  }

  /** Runs `castfold` with arguments as one would type them: apart by spaces, without quotes. */
  async castfold(args: string, input: string | Uint8Array = ''): Promise<Outcome> {
    const child = this.start(args);
    child.stdin?.on('error', () => child.stdin?.destroy());
    child.stdin?.end(input);
    const [output, errors, status] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended(child)]);
    return { status, output, errors };
  }

  /** `output`: an open file in the place of the pipe that takes the standard output. */
  start(args: string, output: 'pipe' | number = 'pipe'): ChildProcess {
    return spawn(process.execPath, [COMMAND, ...args.split(' ').filter(Boolean)], { cwd: this.path, stdio: ['pipe', output, 'pipe'] });
  }
}

export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', resolve));
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream ?? []) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString();
}
