/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageFolder } from '../packageFolder';

interface Message {
  readonly folder?: string;
  readonly id?: number;
  readonly error?: string;
  readonly ended?: string;
}

/**
 * The test process's side of the protocol that the head of `supervisor.mjs`
 * describes.
 *
 * @internal
 */
export class SupervisorConnection {
  readonly #child: ChildProcessByStdio<Socket, Socket, null>;
  readonly #exit: Promise<unknown>;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #ended = new Set<string>();
  #lastId = 0;
  #folder = '';

  static async open(): Promise<SupervisorConnection> {
    const connection = new SupervisorConnection();
    await connection.#greeting();
    return connection;
  }

  private constructor() {
    this.#child = spawn(
      process.execPath,
      [join(packageFolder, 'src', 'processes', 'supervisor.mjs')],
      // In a session of its own: Ctrl-C in the terminal must not end it before
      // it has cleaned up.
      { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
    ) as ChildProcessByStdio<Socket, Socket, null>;
    this.#exit = once(this.#child, 'exit').then(() => {
      for (const answer of this.#answers.values()) {
        answer({ error: 'the supervisor of the test servers has ended' });
      }
    });
  }

  /** The supervisor's temporary folder. */
  get folder(): string {
    return this.#folder;
  }

  hasEnded(name: string): boolean {
    return this.#ended.has(name);
  }

  /** Sends one command and resolves when it is done. */
  async ask(command: object): Promise<void> {
    this.#lastId += 1;
    const id = this.#lastId;
    const { error } = await new Promise<Message>(resolve => {
      this.#answers.set(id, resolve);
      this.#keepProcessAlive();
      this.#child.stdin.write(`${JSON.stringify({ id, ...command })}\n`);
    });
    this.#answers.delete(id);
    this.#keepProcessAlive();
    if (error) {
      throw new Error(error);
    }
  }

  /** Marks a program as running again. */
  forgetEnd(name: string): void {
    this.#ended.delete(name);
  }

  async close(): Promise<void> {
    this.#child.ref();
    this.#child.stdin.end();
    await this.#exit;
  }

  async #greeting(): Promise<void> {
    const lines = createInterface({ input: this.#child.stdout });
    const [greeting] = await once(lines, 'line');
    this.#folder = JSON.parse(greeting).folder;
    lines.on('line', line => this.#receive(JSON.parse(line)));
    this.#keepProcessAlive();
  }

  #receive({ id, error, ended }: Message): void {
    if (ended !== undefined) {
      this.#ended.add(ended);
    } else if (id !== undefined) {
      this.#answers.get(id)?.({ error });
    }
  }

  /** Servers never keep the test process alive; an open question does. */
  #keepProcessAlive(): void {
    const method = this.#answers.size > 0 ? 'ref' : 'unref';
    this.#child[method]();
    this.#child.stdin[method]();
    this.#child.stdout[method]();
  }
}
