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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatedEngines } from '../engines/operators/__testUtils__/operatedEngines';
import {
  arangoClusterObject,
  changed,
} from '../engines/operators/__testUtils__/operatedObjects';
import { OperatedScene } from '../engines/operators/__testUtils__/OperatedScene';
import { KubeObject } from '../model';
import { keptOf } from './__testUtils__/keptOf';

const golden = join(__dirname, '__fixtures__/operatedKinds.kept.txt');

const objects = operatedEngines.flatMap(({ engine, resource }) =>
  [
    resource,
    ...(resource.kind === 'ArangoDeployment' ? [arangoClusterObject] : []),
  ].map(object => ({
    engine,
    object: changed(object, {
      'status.error': 'text',
      'status.reason': 'reason',
    }),
  })),
);

/** Every field that is kept is on this list, so that none slips in. */
it('keeps of the resource of an operator what its kind declares, and nothing else', () => {
  const found = objects.flatMap(({ engine, object }) =>
    keptOf(object, (other: KubeObject) =>
      JSON.stringify(new OperatedScene(engine, { objects: [other] }).facts),
    ),
  );
  const lines = `${[...new Set(found)].sort().join('\n')}\n`;
  if (process.env.UPDATE_GOLDENS) {
    writeFileSync(golden, lines);
  }
  expect(lines).toBe(readFileSync(golden, 'utf8'));
});
