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

import { violation } from '../messages';
import { editValues, renderYaml } from '../yaml';
import { chartDatabase } from './chartDatabase';
import { FileDrafts } from './FileDrafts';
import { findAppValues } from './findAppValues';
import { Conventions, DatabaseParts, LayoutContext } from './Layout';
import { madeBy } from './madeBy';
import { newValues } from './newValues';
import { readDocuments } from './readDocuments';
import { runsInChart } from './runsInChart';
import { TargetPaths } from './TargetPaths';

/**
 * The values of the app in one environment: it loads its secrets and leaves the
 * database to the platform, or has its chart bring it where that was asked for.
 * A file that is there changes only in the lines that must.
 *
 * @param references - Secrets that the app has to load, the most important first
 */
export function placeValues(
  context: LayoutContext,
  { delivery, style }: Conventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database }: DatabaseParts,
  references: readonly string[],
): void {
  const { target } = context;
  const { environment, production } = database;
  const { chartKey } = target.options.values;
  const found = findAppValues(context, paths, database);
  const { path, release, text: before, defaults } = found;
  const place = {
    repository: 'app' as const,
    path,
    purpose:
      release === undefined
        ? `Values of the app in ${environment}`
        : `HelmRelease of the app in ${environment}, with its values`,
    environment,
  };
  if (database.inChart && !hasDatabase(defaults, chartKey)) {
    const chart = `${paths.chart}/values.yaml`;
    files.obstacle({
      rule: 'request-fits-target',
      ...violation('requestFitsTarget.inChartBlock', { path: chart }),
      evidence: [{ object: chart, field: 'postgres' }],
    });
    return;
  }
  if (found.unread) {
    const { appApplication } = paths;
    files.obstacle({
      rule: 'values-editable',
      ...violation('valuesEditable.refused', {
        path: appApplication,
        reason: `it reads values of ${found.unread.join(', ')}, which may say how the app loads its Secrets, and one would replace the other`,
        remedy: `Write the section that loads Secrets into spec.values of ${appApplication}, with what the app loads today, and run this again.`,
      }),
      evidence: [{ object: appApplication, field: 'spec.valuesFrom' }],
    });
    return;
  }
  if (release === undefined && before === undefined) {
    const values = newValues(target.options, database, defaults);
    files.create(
      place,
      values
        .map((section, index) =>
          renderYaml([section], {
            ...style.app,
            ...(index === 0 && { header: madeBy(database) }),
          }),
        )
        .join('\n'),
    );
  }
  for (const [index, secretRef] of references.entries()) {
    const result = files.edit(place, text =>
      editValues(
        text,
        {
          secretRef,
          disableDatabase: index === 0 && !database.inChart,
          ...(index === 0 &&
            database.inChart && {
              chartDatabase: chartDatabase(target.options.inChart, database),
            }),
          ...(chartKey !== undefined && { chartKey }),
          ...(release !== undefined && { release }),
        },
        { ...(defaults !== undefined && { defaults }) },
      ),
    );
    if (result.state === 'refused') {
      files.obstacle({
        rule: 'values-editable',
        ...violation('valuesEditable.refused', {
          path,
          reason: result.reason,
          remedy: sentence(result.remedy),
        }),
        evidence: [{ object: path }],
      });
      return;
    }
  }
  if (database.inChart) {
    noteInChart();
    return;
  }
  if (before !== undefined && runsInChart(before, defaults, chartKey)) {
    files.obstacle({
      rule: 'in-chart-database',
      severity: production ? 'error' : 'warning',
      ...(delivery.tool === 'flux'
        ? violation('inChartDatabase.turnedOffInFlux', { path, environment })
        : violation('inChartDatabase.turnedOff', { path, environment })),
      evidence: [{ object: path, field: 'postgres.enabled' }],
    });
    files.note({
      repository: 'app',
      kind: 'todo',
      path,
      text: `${environment}: the data of the chart's own database is copied, or nobody needs it. The merge deletes that database with its volumes.`,
    });
  }

  function noteInChart() {
    const { cluster, databasesNamespace } = database.names;
    files.note({
      repository: 'platform',
      kind: 'info',
      path: paths.values,
      text: `${environment}: there is no cluster here. The chart of the app brings the database \`${cluster}\` in \`${databasesNamespace}\` as a proof of concept, with the password of this pull request.`,
    });
    files.note({
      repository: 'app',
      kind: 'info',
      path: paths.values,
      text: `${environment}: the chart brings the database \`${cluster}\` as a proof of concept. It has no backups and no failover, and whatever deletes the release of the app deletes it with its data. To move to a cluster later, ask for ${environment} again without \`inChart\`: the platform's pull request makes a cluster beside it, the data is copied, and the app's pull request switches the one of the chart off.`,
    });
  }
}

/** Whether a chart, or an umbrella over it, has a database to switch on. */
function hasDatabase(
  defaults: string | undefined,
  chartKey: string | undefined,
): boolean {
  const [chart = {}] = readDocuments(defaults);
  const nested = chartKey === undefined ? undefined : chart[chartKey];
  return [chart, nested].some(
    values =>
      typeof values === 'object' && values !== null && 'postgres' in values,
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
