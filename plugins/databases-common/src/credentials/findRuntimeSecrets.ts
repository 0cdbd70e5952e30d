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

import { AssessmentSubject } from '../assessment';
import {
  appValues,
  externalSecret,
  pushSecret,
  remoteKey,
  valuesKey,
} from '../kinds';
import { CredentialLaneOptions } from './CredentialLaneOptions';
import { SecretName, SourceClaim, TraceScene } from './CredentialObservation';

/** More than that is a mistake, and no page shows them. */
const MOST = 8;

/**
 * The Secrets that apps read, as far as that can be shown: its object
 * names them, they are copied from the same entry as a Secret of the database, or they
 * are called as the configuration says, or
 * the app's values in git name them.
 *
 * @param own - the Secrets of the database itself, with their claims
 */
export function findRuntimeSecrets(
  own: readonly (SecretName & { readonly claims: readonly SourceClaim[] })[],
  scene: TraceScene,
  {
    app,
    environment,
  }: Pick<AssessmentSubject['database'], 'app' | 'environment'>,
  {
    runtimeSecrets = ['web-{app}-{env}/web-{app}-{env}-env'],
  }: CredentialLaneOptions,
): readonly SecretName[] {
  const named = scene.credentials.runtimeSecrets;
  const expected =
    app && environment
      ? runtimeSecrets.map(template =>
          template.replaceAll('{app}', app).replaceAll('{env}', environment),
        )
      : [];
  const inValues =
    app && environment
      ? scene.facts
          .everywhere(appValues, valuesKey(app, environment))
          .flatMap(({ data }) =>
            namespacesOf(expected).flatMap(namespace =>
              data.secrets.map(name => `${namespace}/${name}`),
            ),
          )
      : [];
  const siblings = own.flatMap(secret => [
    ...secret.claims.flatMap(claim => claim.siblings ?? []),
    ...copiesOf(secret, scene),
  ]);
  const ownIds = new Set(own.map(idOf));
  const ids = [...named, ...siblings.map(idOf), ...expected, ...inValues]
    .map(id => id.trim())
    .filter(id => /^[^/]+\/[^/]+$/.test(id) && !ownIds.has(id));
  return [...new Set(ids)].slice(0, MOST).map(id => {
    const [namespace, name] = id.split('/');
    return { namespace, name };
  });
}

/** Of the app, where its runtime Secrets are. */
function namespacesOf(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map(id => id.split('/')[0]))];
}

/** `<namespace>/<name>`. */
function idOf({ namespace, name }: SecretName): string {
  return `${namespace}/${name}`;
}

/** Where a PushSecret puts it into a store, and an ExternalSecret takes it out. */
function copiesOf(secret: SecretName, { facts }: TraceScene): SecretName[] {
  return facts.of(pushSecret, `secret:${idOf(secret)}`).flatMap(push =>
    push.data.stores.flatMap(store =>
      push.data.entries.flatMap(entry =>
        facts
          .of(externalSecret, remoteKey(store, push.namespace, entry))
          .map(({ namespace = '', data }) => ({
            namespace,
            name: data.secret,
          })),
      ),
    ),
  );
}
