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
import { ControllerSealing, SecretDraft } from '../model';
import { FileDrafts, FilePlace } from './FileDrafts';
import { findClaims } from './findClaims';
import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { learnSecretShape } from './learnSecretShape';
import { SecretFileName } from './nameSecretFile';
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
  {
    name,
    ...purpose
  }: Pick<FilePlace, 'purpose' | 'environment'> & {
    readonly name: SecretFileName;
  },
  secret: SecretDraft,
): PlacedSecrets['made'] {
  const { platform } = context.view;
  const { path } = name;
  const place = { path, ...purpose };
  refuseClaims(
    files,
    secret,
    findClaims(context, secret, [path]).filter(claim => claim.path !== path),
  );
  if (platform.read(path) !== undefined) {
    files.secret(place, 'none', secret);
    return [];
  }
  if (name.obstacle) {
    files.obstacle(name.obstacle);
  }
  if (name.stated) {
    files.state(name.stated);
  }
  const folder = folderOf(path);
  const learned = learnSecretShape(context, paths, folder);
  if (learned.state === 'unclear') {
    files.obstacle(learned.obstacle);
    files.secret(place, 'create', secret, 'plainSops');
    return [made({ listedAs: 'manifest', holds: 'ciphertext' })];
  }
  const { shape, from, evidence, sealing } = learned;
  const { title } = secretShapes[shape];
  if (sealing) {
    stateSealing(files, path, sealing);
  }
  files.secret(place, 'create', secret, shape, sealing);
  files.state({
    repository: 'platform',
    what: 'How Secrets are written',
    value: title,
    evidence,
    from,
  });
  if (!sealing) {
    refusePostQuantum(context, files, path);
  }
  return [made(secretShapes[shape])];

  function made({
    listedAs,
    holds,
  }: Pick<
    PlacedSecrets['made'][number],
    'listedAs' | 'holds'
  >): PlacedSecrets['made'][number] {
    return { path, namespace: secret.namespace, holds, listedAs };
  }
}

/** One file can be opened by one controller only. */
function stateSealing(
  files: FileDrafts,
  path: string,
  { from, fingerprint, notAfter }: ControllerSealing,
): void {
  const other = files.sealingOf(path);
  if (other && other.fingerprint !== fingerprint) {
    files.obstacle({
      rule: 'decrypted-in-cluster',
      ...violation('secretShape.certificatesDiffer', {
        path,
        certificates: [other.from, from],
      }),
    });
  }
  const option = 'secrets.sealedSecrets.certificate';
  files.state({
    repository: 'platform',
    what: 'Certificate for what this run seals',
    value: `SHA-256 ${fingerprint}, good until ${notAfter.slice(0, 10)}`,
    evidence: from === option ? [] : [from],
    from: 'configuration',
  });
}
