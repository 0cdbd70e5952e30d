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

import { InputError } from '@backstage/errors';
import { Severity } from '@basewell/plugin-databases-common';
import { Command, Option } from 'commander';
import { ExitCode } from '../ExitCode';
import { checkTree, TreeCheck } from '../local/checkTree';
import { findTrees } from '../local/findTrees';
import { checkJson } from '../output/checkJson';
import { checkSarif } from '../output/checkSarif';
import { checkText } from '../output/checkText';
import { failsOn } from './failsOn';
import { instantOf } from './instantOf';

interface CheckFlags {
  readonly platform?: string;
  readonly app?: string;
  readonly base?: string;
  readonly now?: string;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly failOn: Severity;
}

/** `databases check`: whether working trees keep their secrets. */
export function checkCommand(
  program: Command,
  exit: (code: ExitCode) => void,
): void {
  program
    .command('check')
    .description(
      'Checks that files keep their secrets: SOPS, Secrets, Vault and connection strings. No key is needed',
    )
    .argument(
      '[paths...]',
      'folders and files in working trees; else the current folder',
    )
    .option('--platform <dir>', 'working tree of the platform repository')
    .option('--app <dir>', 'working tree of the app repository')
    .option(
      '--base <revision>',
      'what encrypted files are compared with; else the last commit',
    )
    .option(
      '--now <instant>',
      'the time by which waivers run out; else the clock says it',
    )
    .option('--json', 'print JSON')
    .addOption(new Option('--sarif', 'print SARIF 2.1.0').conflicts('json'))
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['info', 'warning', 'error'])
        .default('error'),
    )
    .addHelpText(
      'after',
      '\nWhat git ignores is left out. What may stay as it is stands in .basewell.yaml:\n' +
        '  waivers:\n' +
        '    - rule: short-password\n' +
        '      path: clusters/lab/*\n' +
        '      reason: Nothing there is worth more.\n' +
        '      owner: group:default/platform\n' +
        '      until: 2027-01-31',
    )
    .action(async (paths: readonly string[], flags: CheckFlags) =>
      exit(await check(paths, flags)),
    );
}

async function check(
  paths: readonly string[],
  flags: CheckFlags,
): Promise<ExitCode> {
  const { platform, app, base } = flags;
  const repositories = [platform, app].filter(dir => dir !== undefined);
  if (paths.length && repositories.length) {
    throw new InputError(
      'Give either paths, or --platform and --app: they mean the same',
    );
  }
  const now = instantOf(flags.now);
  const given = [...paths, ...repositories];
  const trees = await findTrees(given.length ? given : ['.']);
  const checks: TreeCheck[] = [];
  for (const tree of trees) {
    checks.push(await checkTree(tree, { now, base }));
  }
  process.stdout.write(print(checks, now, flags));
  process.stderr.write(remarks(checks));
  const findings = checks.flatMap(each => each.findings);
  return failsOn(findings, flags.failOn) ? ExitCode.findings : ExitCode.done;
}

function print(
  checks: readonly TreeCheck[],
  now: string,
  { json, sarif }: CheckFlags,
): string {
  if (sarif) return checkSarif(checks);
  return json ? checkJson(checks, now) : checkText(checks);
}

/** What a reader of the data should know about it. */
function remarks(checks: readonly TreeCheck[]): string {
  const findings = checks.flatMap(each => each.findings);
  const files = checks.reduce((sum, each) => sum + each.files, 0);
  const large = checks.flatMap(each => each.large);
  const count = (number: number, word: string) =>
    `${number} ${word}${number === 1 ? '' : 's'}`;
  const open = (severity: Severity) =>
    findings.filter(finding => finding.severity === severity && !finding.waiver)
      .length;
  const waived = findings.filter(({ waiver }) => waiver).length;
  return [
    ...(large.length
      ? [
          `Larger than 1 MiB, so nothing is known about them: ${large.join(', ')}.\n`,
        ]
      : []),
    `${count(files, 'file')}: ${count(open('error'), 'error')}, ${count(open('warning'), 'warning')}, ${open('info')} for information${waived ? `, ${waived} waived` : ''}.\n`,
  ].join('');
}
