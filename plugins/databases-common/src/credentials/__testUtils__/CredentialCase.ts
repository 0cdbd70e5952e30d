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

import {
  AssessmentClock,
  AssessmentSubject,
  defaultAssessmentSettings,
  Remembered,
} from '../../assessment';
import {
  application,
  appValues,
  AppValuesData,
  secretFile,
  SecretFileData,
  vaultEntry,
  VaultEntryData,
} from '../../kinds';
import { Engine } from '../../engines';
import {
  AssessmentSettings,
  CoverageState,
  CredentialsDescription,
  CredentialState,
  DatabaseIdentity,
  Fact,
  KubeObject,
  Verdict,
} from '../../model';
import { FactIndex, toFact } from '../../observation';
import { defaultRegistries } from '../../operations';
import { credentialLane } from '../credentialLane';
import {
  KUBERNETES_CLUSTER,
  NOW,
  REPOSITORY,
  VAULT,
} from './credentialObjects';

/** Where Argo CD runs. */
const MANAGEMENT = 'management';

/** What can be seen of a database's credentials, and what is remembered. */
export interface Seen {
  readonly objects: readonly KubeObject[];
  /** In the platform repository; each differs in its path. */
  readonly files?: readonly SecretFileData[];
  readonly entries?: readonly VaultEntryData[];
  /** Of apps, in the same repository. */
  readonly values?: readonly AppValuesData[];
  readonly now?: string;
  readonly memory?: { readonly [key: string]: Remembered };
  /** By id of the kind; left out: synced. */
  readonly coverage?: { readonly [kind: string]: CoverageState };
  readonly settings?: Partial<AssessmentSettings>;
  /** Whether the metadata of Secrets are read. */
  readonly secretMetadata?: boolean;
  /** Left out: `shop-cnpg` of CloudNativePG. */
  readonly database?: Pick<
    DatabaseIdentity,
    'engine' | 'name' | 'database' | 'instance'
  >;
  /** Instead of those that come with the plugin. */
  readonly engines?: readonly Engine[];
}

/** From objects to a verdict, the way a portal goes. */
export class CredentialCase {
  readonly lane: ReturnType<typeof credentialLane>;
  readonly facts: readonly Fact[];
  readonly index: FactIndex;
  readonly #seen: Seen;

  constructor(seen: Seen) {
    this.#seen = seen;
    const { secretMetadata } = seen;
    const { credentials, engines: own } = defaultRegistries();
    const { engines = own } = seen;
    this.lane = credentialLane(engines, credentials, {
      secretMetadata,
    });
    this.index = new FactIndex(this.lane.observes);
    this.facts = [
      ...seen.objects.flatMap(object => this.#factOf(object) ?? []),
      ...(seen.files ?? []).map(data =>
        placed(secretFile.id, REPOSITORY, data.path, data),
      ),
      ...(seen.values ?? []).map(data =>
        placed(appValues.id, REPOSITORY, data.path, data),
      ),
      ...(seen.entries ?? []).map(data =>
        placed(vaultEntry.id, VAULT, `${data.mount}/${data.path}`, data),
      ),
    ];
    this.facts.forEach(fact => this.index.put(fact));
    for (const { id, origin } of this.lane.observes) {
      const place =
        origin && { git: REPOSITORY, vault: VAULT, metrics: undefined }[origin];
      for (const kubernetesCluster of place
        ? [place]
        : [KUBERNETES_CLUSTER, MANAGEMENT]) {
        this.index.cover({
          kubernetesCluster,
          kind: id,
          state: seen.coverage?.[id] ?? 'synced',
          since: '2026-11-21T00:00:00Z',
          objects: 1,
        });
      }
    }
  }

  /** A new clock each time: it remembers what it was asked. */
  get subject(): AssessmentSubject {
    const { memory = {}, now = NOW, settings, database } = this.#seen;
    return {
      database: {
        id: `cnpg.databases.shop-cnpg@${KUBERNETES_CLUSTER}`,
        engine: 'cnpg',
        kubernetesCluster: KUBERNETES_CLUSTER,
        namespace: 'databases',
        name: 'shop-cnpg',
        app: 'shop',
        environment: 'prod',
        services: [],
        ...database,
      },
      facts: this.index.view(KUBERNETES_CLUSTER),
      memory: { get: key => memory[key] },
      clock: new AssessmentClock(now),
      settings: { ...defaultAssessmentSettings, ...settings },
    };
  }

  assess(): Verdict<CredentialState> | undefined {
    return this.lane.assess(this.subject);
  }

  describe(): CredentialsDescription | undefined {
    return this.lane.describe!(this.subject).credentials;
  }

  #factOf(object: KubeObject): Fact | undefined {
    const kind = this.lane.observes.find(
      ({ kind: name, group, origin }) =>
        !origin &&
        name === object.kind &&
        group === object.apiVersion.split('/').slice(0, -1).join('/'),
    );
    return (
      kind &&
      // As it would arrive: nothing but JSON.
      toFact(kind, JSON.parse(JSON.stringify(object)), {
        kubernetesCluster:
          kind.id === application.id ? MANAGEMENT : KUBERNETES_CLUSTER,
        observedAt: NOW,
      })
    );
  }
}

function placed<Data>(
  kind: string,
  place: string,
  name: string,
  data: Data,
): Fact<Data> {
  return { kind, kubernetesCluster: place, name, observedAt: NOW, data };
}
