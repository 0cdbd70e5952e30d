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

import { access } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  defaultRegistries,
  learnTarget,
  parseTarget,
} from '@basewell/plugin-databases-common/domain';
import { Command } from 'commander';
import { parse } from 'yaml';
import { ExitCode } from '../ExitCode';
import { originOf } from '../local/originOf';
import { readTexts } from '../local/readTexts';
import { writeAllOrNone } from '../local/writeAllOrNone';
import { initJson } from '../output/initJson';
import { initYaml } from '../output/initYaml';

interface InitFlags {
  readonly platform: string;
  readonly app: string;
  readonly id: string;
  readonly write?: string;
  readonly json?: boolean;
}

/** `databases init`: the configuration of a target, from two working trees. */
export function initCommand(
  program: Command,
  exit: (code: ExitCode) => void,
): void {
  program
    .command('init')
    .description(
      'Prints the configuration of a target as two working trees show it, each value with the file that does',
    )
    .requiredOption(
      '--platform <dir>',
      'working tree of the platform repository',
    )
    .requiredOption('--app <dir>', 'working tree of the app repository')
    .option('--id <id>', 'what requests call the target', 'main')
    .option('--write <file>', 'write it to a file that is not there yet')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit code 1: the files contradict themselves or do not show everything; what a person has to decide is on standard error.',
    )
    .action(async (flags: InitFlags) => exit(await init(flags)));
}

async function init(flags: InitFlags): Promise<ExitCode> {
  const { platform, app, id, write } = flags;
  const { layouts } = defaultRegistries();
  const [texts, origins] = await Promise.all([
    Promise.all([readTexts(platform), readTexts(app)]),
    Promise.all([originOf(platform, 'platform'), originOf(app, 'app')]),
  ]);
  const learned = learnTarget({ platform: texts[0], app: texts[1] }, layouts);
  const target = {
    ...{ id, platform: origins[0], app: origins[1] },
    values: learned.values,
  };
  const yaml = initYaml(target);
  const [input] = parse(yaml).databases.targets;
  // What is printed can be used: the same reading as that of app-config.
  parseTarget(input, 'databases.targets[0]', layouts);

  process.stdout.write(flags.json ? initJson(input, learned) : yaml);
  for (const remark of learned.remarks) {
    process.stderr.write(`note: ${remark}\n`);
  }
  for (const question of learned.questions) {
    process.stderr.write(`decide: ${question}\n`);
  }
  if (write !== undefined) {
    await refuseExisting(write);
    const [folder, path] = [dirname(write), basename(write)];
    await writeAllOrNone([{ folder, path, content: yaml }]);
    process.stderr.write(`Wrote ${write}; include it in app-config.\n`);
  }
  return learned.questions.length ? ExitCode.findings : ExitCode.done;
}

async function refuseExisting(file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) {
    throw new InputError(
      `${file} exists and is left alone; give --write another name, or remove it`,
    );
  }
}
