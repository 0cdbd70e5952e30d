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

import { Fact, KubeObject } from '../model';
import { toFact } from '../observation';
import { secretMetadata, SecretMetadataData } from './secretMetadata';

const canary = 'canary-7319';
const values = Buffer.from(canary).toString('base64');

function factOf(metadata: object, rest: object = {}): Fact<SecretMetadataData> {
  return toFact(
    secretMetadata,
    {
      apiVersion: 'meta.k8s.io/v1',
      kind: 'PartialObjectMetadata',
      metadata: { name: 'db', namespace: 'web-shop', ...metadata },
      ...rest,
    } as KubeObject,
    { kubernetesCluster: 'prod', observedAt: '2026-11-21T12:00:00Z' },
  )!;
}

function entry(manager: string, time: string, fields: object): object {
  return { manager, operation: 'Update', time, fieldsV1: fields };
}

const wrote = { 'f:data': { '.': {}, 'f:password': {} } };
const labelled = { 'f:metadata': { 'f:labels': { 'f:app': {} } } };
const nothing = { owner: undefined, labels: {}, annotations: {}, writers: [] };

const rows: readonly {
  readonly reason: string;
  readonly metadata: object;
  readonly kept: Partial<SecretMetadataData>;
}[] = [
  { reason: 'nothing is said', metadata: {}, kept: {} },
  {
    reason: 'nothing has its shape',
    metadata: {
      labels: [],
      annotations: 'text',
      ownerReferences: {},
      managedFields: [null, 7, { fieldsV1: 'f:data' }],
    },
    kept: {},
  },
  {
    reason: 'its controller counts before other owners',
    metadata: {
      ownerReferences: [
        { kind: 'Job', name: 'seed' },
        { kind: 'ExternalSecret', name: 'db', controller: true },
      ],
    },
    kept: { owner: { kind: 'ExternalSecret', name: 'db' } },
  },
  {
    reason: 'an owner without a name is none',
    metadata: { ownerReferences: [{ kind: 'Job' }] },
    kept: {},
  },
  {
    reason: 'tools have marked it, and others have too',
    metadata: {
      labels: { 'cnpg.io/reload': 'true', password: canary },
      annotations: {
        'sopssecret/managed': 'true',
        'reconcile.external-secrets.io/data-hash': canary,
        'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
          data: { password: values },
          stringData: { password: canary },
        }),
      },
    },
    kept: {
      labels: { 'cnpg.io/reload': 'true' },
      annotations: { 'sopssecret/managed': 'true' },
    },
  },
  {
    reason: 'two managers wrote values, one of them twice',
    metadata: {
      managedFields: [
        entry('kubectl', '2026-11-21T08:00:00Z', wrote),
        entry('kubectl', '2026-11-21T09:00:00Z', wrote),
        entry('kubectl', '2026-11-21T07:00:00Z', wrote),
        entry('operator', '2026-11-21T10:00:00Z', wrote),
        entry('argocd', '2026-11-21T11:00:00Z', labelled),
      ],
    },
    kept: {
      writers: [
        { manager: 'operator', at: '2026-11-21T10:00:00Z' },
        { manager: 'kubectl', at: '2026-11-21T09:00:00Z' },
      ],
    },
  },
  {
    reason: 'a time is none',
    metadata: { managedFields: [entry('kubectl', canary, wrote)] },
    kept: {},
  },
];

describe('secretMetadata', () => {
  it.each(rows)('keeps what it may when $reason', ({ metadata, kept }) => {
    const { data } = factOf(metadata);
    expect(data).toEqual({ ...nothing, ...kept });
    expect(JSON.stringify(data)).not.toMatch(/canary|f:|last-applied/);
  });

  it('keeps no value, even of a whole Secret', () => {
    const fact = factOf(
      {},
      {
        kind: 'Secret',
        type: 'Opaque',
        data: { password: values },
        stringData: { password: canary },
      },
    );
    expect(fact.data).toEqual(nothing);
    expect(JSON.stringify(fact)).not.toContain(values);
    expect(JSON.stringify(fact)).not.toContain(canary);
  });

  it('is at most 2 kB', () => {
    const long = 'x'.repeat(5000);
    // Every mark that any tool sets.
    const marks = [
      'app.kubernetes.io/instance',
      'app.kubernetes.io/managed-by',
      'argocd.argoproj.io/instance',
      'argocd.argoproj.io/tracking-id',
      'cnpg.io/cluster',
      'cnpg.io/reload',
      'cnpg.io/userType',
      'helm.toolkit.fluxcd.io/name',
      'kustomize.toolkit.fluxcd.io/name',
      'reconcile.external-secrets.io/managed',
      'sealedsecrets.bitnami.com/managed',
      'sopssecret/managed',
    ];
    const fact = factOf({
      uid: '00000000-0000-0000-0000-000000000000',
      labels: Object.fromEntries(marks.map(mark => [mark, long])),
      annotations: Object.fromEntries(marks.map(mark => [mark, long])),
      ownerReferences: [{ kind: long, name: long }],
      managedFields: Array.from({ length: 30 }, (_, index) =>
        entry(`${index}${long}`, '2026-11-21T08:00:00Z', wrote),
      ),
    });
    expect(JSON.stringify(fact).length).toBeLessThan(2048);
    expect(secretMetadata.keys(fact)).toEqual(['secret:web-shop/db']);
  });
});
