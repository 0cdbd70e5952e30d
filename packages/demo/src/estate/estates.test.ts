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

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  assessObjects,
  defaultAssessmentSettings,
  defaultLanes,
  defaultRegistries,
} from '@basewell/plugin-databases-common/domain';
import { matchEntity } from '@basewell/plugin-databases-common';
import { parseAllDocuments } from 'yaml';
import {
  estatesFolder,
  readExpectedEstates,
} from '../__testUtils__/expectedEstates';
import { kubernetesAlone } from '../__testUtils__/kubernetesAlone';
import { showing, statesOf, Verdicts } from '../__testUtils__/sightings';
import { servedResources } from '../kubernetes/servedResources';
import { DemoKubernetes } from './DemoKubernetes';
import { readEstate } from './readEstate';

const ROOT = resolve(estatesFolder, '../..');

/** All kinds are served: what there is none of is known. */
const emptyKinds = servedResources.map(({ group, version, kind }) =>
  [group ? `${group}/${version}` : version, kind].join(' '),
);

async function judge(name: string, time: string): Promise<Verdicts> {
  const found = await look(name, time);
  return new Map(
    found.map(({ database, verdicts }) => [database.id, { ...verdicts }]),
  );
}

async function look(name: string, time: string) {
  const now = Date.parse(time);
  const estate = await readEstate(join(estatesFolder, name, 'kubernetes'));
  const demo = new DemoKubernetes({ estate, start: now - 60_000 });
  demo.refresh(now, []);
  return [...demo.logs].flatMap(
    ([kubernetesCluster, log]) =>
      assessObjects(log.all() as any, {
        engines: defaultRegistries().engines,
        lanes: defaultLanes(),
        kubernetesCluster,
        now: new Date(now).toISOString(),
        settingsOf: () => defaultAssessmentSettings,
        emptyKinds,
      }).databases,
  );
}

function componentsOf(
  name: string,
): readonly Parameters<typeof matchEntity>[0][] {
  const text = readFileSync(join(estatesFolder, name, 'catalog.yaml'), 'utf8');
  return parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(entity => entity?.kind === 'Component');
}

describe.each(readExpectedEstates())('$name', estate => {
  it.each([
    ['at noon', '2026-11-21T12:03:00Z'],
    ['before the backups of the night', '2026-11-22T01:23:00Z'],
    ['while they may still come', '2026-11-22T02:16:00Z'],
    ['after them', '2026-11-22T05:33:00Z'],
  ])('is judged as its file says, %s', async (_, time) => {
    const verdicts = await judge(estate.name, time);
    expect(statesOf(verdicts)).toEqual(kubernetesAlone(estate).databases);
  });

  it('shows at each service what is its own', async () => {
    const found = await look(estate.name, '2026-11-21T12:03:00Z');
    const identities = found.map(({ database }) => database);
    expect(
      Object.fromEntries(
        componentsOf(estate.name).map(entity => [
          entity.metadata.name,
          matchEntity(entity, identities)
            .matched.map(({ id }) => id)
            .sort(),
        ]),
      ),
    ).toEqual(estate.services);
  });

  it('shows what its rows say', async () => {
    const verdicts = await judge(estate.name, '2026-11-21T12:03:00Z');
    const wanted = kubernetesAlone(estate).rows.flatMap(({ id, shows = [] }) =>
      shows.map(sight => ({ row: id, ...sight })),
    );
    expect(wanted.map(sight => showing(verdicts, sight))).toEqual(wanted);
  });

  it('has no row that nothing shows', () => {
    for (const { id, shows = [], tests = [] } of estate.rows) {
      expect({ id, seen: shows.length + tests.length }).not.toMatchObject({
        seen: 0,
      });
      expect(
        tests.filter(
          test => !/\.test\.tsx?$/.test(test) || !existsSync(join(ROOT, test)),
        ),
      ).toEqual([]);
    }
  });
});
