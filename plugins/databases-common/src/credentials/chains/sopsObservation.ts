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

import { secretFile, SecretFileData, sopsSecret } from '../../kinds';
import { Fact } from '../../model';
import {
  CredentialObservation,
  SourceClaim,
  TraceScene,
} from '../CredentialObservation';
import { applicationHop, deliveriesOf } from '../hops/applicationHop';
import { secretFileHop } from '../hops/secretFileHop';
import { sopsSecretHop } from '../hops/sopsSecretHop';
import { filesOf } from './filesOf';

const decryptors: {
  readonly [name in NonNullable<SecretFileData['decryptedBy']>]: string;
} = {
  argocd: 'Argo CD with KSOPS',
  flux: 'Flux',
  'sops-operator': 'SOPS Secrets Operator',
};

/** A file in git that something decrypts: Argo CD, Flux, or an operator by its SopsSecret. */
export const sopsObservation: CredentialObservation = {
  id: 'sops',
  observes: [secretFile, sopsSecret],
  claims(secret, scene) {
    const operators = scene.facts
      .of(sopsSecret, `secret:${secret.namespace}/${secret.name}`)
      .map(sopsSecretHop);
    const files = filesOf(secret, scene, 'sops');
    const [file] = files;
    if (!file) {
      return operators.length
        ? [
            {
              source: 'sops',
              transport: decryptors['sops-operator'],
              hops: operators,
            },
          ]
        : [];
    }
    return [claimOf(file, files, operators, scene)];
  },
};

function claimOf(
  file: Fact<SecretFileData>,
  files: readonly Fact<SecretFileData>[],
  operators: SourceClaim['hops'],
  scene: TraceScene,
): SourceClaim {
  const origin = secretFileHop(file);
  const { decryptedBy = operators.length ? 'sops-operator' : undefined } =
    file.data;
  const transport = decryptedBy && decryptors[decryptedBy];
  return {
    source: 'sops',
    ...(transport && { transport }),
    hops: [
      files.length > 1
        ? {
            ...origin,
            report: {
              says: 'unclear',
              among: files.map(({ data }) => data.path),
            },
          }
        : origin,
      ...deliveriesOf(file, scene)
        .slice(0, 1)
        .map(found => applicationHop(found, file, scene)),
      ...operators,
    ],
    file,
  };
}
