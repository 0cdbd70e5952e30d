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

import { SecretDraft } from '../model';
import { FileDrafts, FilePlace } from './FileDrafts';
import { findClaims } from './findClaims';
import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { learnSecretShape } from './learnSecretShape';
import { PlacedSecrets } from './PlacedSecrets';
import { refuseClaims } from './refuseClaims';
import { refusePostQuantum } from './refusePostQuantum';
import { secretShapes } from './secretShapes';
import { TargetPaths } from './TargetPaths';

/**
 * Plans a sealed Secret in the shape of its house, unless it is there already:
 * what lies encrypted is kept, and nobody here knows what it holds.
 *
 * @returns the file, when it is new
 */
export function sealSecret(
  context: LayoutContext,
  files: FileDrafts,
  paths: TargetPaths,
  place: Omit<FilePlace, 'repository'>,
  secret: SecretDraft,
): PlacedSecrets['made'] {
  const { platform } = context.view;
  const { path } = place;
  refuseClaims(
    files,
    secret,
    findClaims(context, secret, [path]).filter(claim => claim.path !== path),
  );
  if (platform.read(path) !== undefined) {
    files.secret(place, 'none', secret);
    return [];
  }
  const folder = folderOf(path);
  const learned = learnSecretShape(context, paths, folder);
  if (learned.state === 'unclear') {
    files.obstacle(learned.obstacle);
    files.secret(place, 'create', secret, 'plainSops');
    return [made('manifest')];
  }
  const { shape, from, evidence } = learned;
  const { title, listedAs } = secretShapes[shape];
  files.secret(place, 'create', secret, shape);
  files.state({
    repository: 'platform',
    what: 'How Secrets are written',
    value: title,
    evidence,
    from,
  });
  refusePostQuantum(context, files, path);
  return [made(listedAs)];

  function made(
    kind: PlacedSecrets['made'][number]['listedAs'],
  ): PlacedSecrets['made'][number] {
    const { namespace } = secret;
    return { path, namespace, holds: 'ciphertext', listedAs: kind };
  }
}
