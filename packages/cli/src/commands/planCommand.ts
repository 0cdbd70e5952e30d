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

import { Severity } from '@basewell/plugin-databases-common';
import { parseDatabaseRequest } from '@basewell/plugin-databases-common/domain';
import { Command, Option } from 'commander';
import { ExitCode } from '../ExitCode';
import { planLocally } from '../local/planLocally';
import { readStructured } from '../local/readStructured';
import { readTarget } from '../local/readTarget';
import { writePlan } from '../local/writePlan';
import { planJson } from '../output/planJson';
import { planText } from '../output/planText';
import { failsOn } from './failsOn';

interface PlanFlags {
  readonly request: string;
  readonly platform: string;
  readonly app: string;
  readonly config?: string;
  readonly target?: string;
  readonly write?: boolean;
  readonly json?: boolean;
  readonly failOn: Severity;
}

/** `databases plan`: what a request would change in two working trees. */
export function planCommand(
  program: Command,
  exit: (code: ExitCode) => void,
): void {
  program
    .command('plan')
    .description(
      'Shows what a request would change in two working trees, and writes it with --write',
    )
    .requiredOption('--request <file>', 'the DatabaseRequest, YAML or JSON')
    .requiredOption(
      '--platform <dir>',
      'working tree of the platform repository',
    )
    .requiredOption('--app <dir>', 'working tree of the app repository')
    .option('--config <file>', 'configuration with databases.targets[]')
    .option('--target <id>', 'the target, when there are several')
    .option(
      '--write',
      'write the files, secrets sealed; all or none, and never over uncommitted changes',
    )
    .option('--json', 'print JSON')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['info', 'warning', 'error'])
        .default('error'),
    )
    .addHelpText(
      'after',
      '\nObject-store credentials that a target wants from you are read from the environment: DATABASES_SECRET_<name>.',
    )
    .action(async (flags: PlanFlags) => exit(await plan(flags)));
}

async function plan(flags: PlanFlags): Promise<ExitCode> {
  const request = parseDatabaseRequest(await readStructured(flags.request));
  const trees = { platform: flags.platform, app: flags.app };
  const target = await readTarget({
    config: flags.config,
    target: flags.target ?? request.spec.target,
    trees,
  });
  const planned = await planLocally({ request, target, trees });
  const stopped = failsOn(planned.plan.findings, flags.failOn);

  process.stdout.write(flags.json ? planJson(planned) : planText(planned));
  if (stopped) {
    return ExitCode.findings;
  }
  if (flags.write) {
    const written = await writePlan(planned, trees);
    process.stderr.write(
      written.length
        ? `Wrote ${written.length} files; commit and push them as two pull requests, the platform's first.\n`
        : 'Everything is there already; nothing was written.\n',
    );
  }
  return ExitCode.done;
}
