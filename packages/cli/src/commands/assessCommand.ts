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
import {
  assessObjects,
  defaultLanes,
  defaultRegistries,
  ObjectAssessment,
  resolveSettings,
} from '@basewell/plugin-databases-common/domain';
import { Command, Option } from 'commander';
import { ExitCode } from '../ExitCode';
import { readAssessmentConfig } from '../local/readAssessmentConfig';
import { readObjects } from '../local/readObjects';
import { assessmentJson } from '../output/assessmentJson';
import { assessmentText } from '../output/assessmentText';
import { failsOn } from './failsOn';
import { instantOf } from './instantOf';

interface AssessFlags {
  readonly now?: string;
  readonly config?: string;
  readonly kubernetesCluster: string;
  readonly json?: boolean;
  readonly failOn?: Severity;
}

/** `databases assess`: what objects of Kubernetes say about their databases. */
export function assessCommand(
  program: Command,
  exit: (code: ExitCode) => void,
): void {
  program
    .command('assess')
    .description(
      'Judges databases by objects as kubectl prints them: health, backups, delivery',
    )
    .argument('<files...>', 'YAML or JSON; - is standard input')
    .option('--now <instant>', 'the time to judge at; else the clock says it')
    .option('--config <file>', 'configuration with databases.assessment')
    .option(
      '--kubernetes-cluster <name>',
      'where the objects are from, for the ids',
      'default',
    )
    .option('--json', 'print JSON')
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit 1 from this severity on; never when left out',
      ).choices(['info', 'warning', 'error']),
    )
    .addHelpText(
      'after',
      '\nFor example:\n  kubectl get clusters.postgresql.cnpg.io,backups.postgresql.cnpg.io,scheduledbackups,objectstores,pods,pvc,applications -A -o yaml | databases assess -\nA built-in kind that is not among the objects is not known, and never taken for absent.',
    )
    .action(async (files: readonly string[], flags: AssessFlags) =>
      exit(await assess(files, flags)),
    );
}

async function assess(
  files: readonly string[],
  flags: AssessFlags,
): Promise<ExitCode> {
  const now = instantOf(flags.now);
  const config = await readAssessmentConfig(flags.config);
  const { objects, emptyKinds } = await readObjects(files);
  const registries = defaultRegistries();
  const assessment = assessObjects(objects, {
    engines: registries.engines,
    lanes: defaultLanes(registries),
    kubernetesCluster: flags.kubernetesCluster,
    now,
    settingsOf: database =>
      resolveSettings({ config, environment: database?.environment }).settings,
    emptyKinds,
  });

  process.stdout.write(
    flags.json ? assessmentJson(assessment, now) : assessmentText(assessment),
  );
  process.stderr.write(remarks(assessment));
  return flags.failOn && failsOn(findingsOf(assessment), flags.failOn)
    ? ExitCode.findings
    : ExitCode.done;
}

function findingsOf({ databases, objects }: ObjectAssessment) {
  return [
    ...databases.flatMap(({ verdicts }) =>
      Object.values(verdicts).flatMap(verdict => verdict?.findings ?? []),
    ),
    ...objects.flatMap(({ verdict }) => verdict?.findings ?? []),
  ];
}

/** What a reader of the data should know about it. */
function remarks({
  databases,
  omitted,
  unrecognized,
}: ObjectAssessment): string {
  const names = Object.entries(unrecognized)
    .sort()
    .map(([kind, count]) => `${count} ${kind}`);
  return [
    ...(names.length ? [`Nothing is known about ${names.join(', ')}.\n`] : []),
    ...(omitted.length
      ? [
          `Not among the objects, so what they would show is not known: ${omitted.join(', ')}.\n`,
        ]
      : []),
    ...(databases.length
      ? []
      : ['No object stands for a database; give the CNPG Clusters too.\n']),
  ].join('');
}
