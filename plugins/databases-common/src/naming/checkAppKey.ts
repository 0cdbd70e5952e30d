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
import { Obstacle } from '../model';
import { toDnsLabel } from './toDnsLabel';

/**
 * An app key becomes part of every name, so it must be a DNS-1035 label: at most
 * 63 lower-case letters, digits and dashes, a letter first, no dash last. The
 * limits of the names made from it are tighter; they are checked there.
 *
 * It may not end in `-<environment>`: production of `shop-dev` would have the
 * names of `shop` in dev.
 *
 * @param environments - names of all environments of the target
 * @public
 */
export function checkAppKey(
  app: string,
  environments: readonly string[],
): readonly Obstacle[] {
  const field = 'metadata.name';
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(app) || app.length > 63) {
    const alternative = withoutSuffix(toDnsLabel(app), environments);
    return [
      {
        rule: 'naming',
        field,
        ...violation('naming.appKey', { app, alternative }),
      },
    ];
  }
  return endings(app, environments).map(environment => ({
    rule: 'environment-collision',
    field,
    ...violation('environmentCollision.suffix', {
      app,
      environment,
      other: app.slice(0, -environment.length - 1),
      alternative: withoutSuffix(app, environments),
    }),
  }));
}

function endings(app: string, environments: readonly string[]) {
  return environments.filter(environment => app.endsWith(`-${environment}`));
}

/** `dev-shop` for `shop-dev`, or a suffix of its own where that collides again. */
function withoutSuffix(app: string, environments: readonly string[]): string {
  const [environment] = endings(app, environments);
  if (environment === undefined) {
    return app;
  }
  const turned = `${environment}-${app.slice(0, -environment.length - 1)}`;
  return endings(turned, environments).length
    ? `${app.slice(0, 59)}-app`
    : toDnsLabel(turned);
}
