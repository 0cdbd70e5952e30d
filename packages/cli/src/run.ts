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

import { isError } from '@backstage/errors';
import { Command, CommanderError } from 'commander';
import { assessCommand } from './commands/assessCommand';
import { checkCommand } from './commands/checkCommand';
import { initCommand } from './commands/initCommand';
import { planCommand } from './commands/planCommand';
import { ExitCode } from './ExitCode';

/**
 * Runs one command. Standard output is data, standard error is words.
 */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.done;
  const program = new Command('databases')
    .description(
      'Databases from the command line: what a request would change, what runs, and whether files keep their secrets',
    )
    .exitOverride()
    .showHelpAfterError();
  const exit = (code: ExitCode) => {
    exitCode = code;
  };
  planCommand(program, exit);
  assessCommand(program, exit);
  checkCommand(program, exit);
  initCommand(program, exit);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode ? ExitCode.badInput : ExitCode.done;
    }
    process.stderr.write(`${isError(error) ? error.message : error}\n`);
    return isError(error) && error.name === 'UnreadableError'
      ? ExitCode.unreadable
      : ExitCode.badInput;
  }
}
