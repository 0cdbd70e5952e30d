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

import { ClusterData, pod } from '../../../kinds';
import { observation } from '../../../messages';
import { Fact } from '../../../model';
import { evidenceOf } from '../../../observation';
import { CnpgHealthRule } from '../CnpgHealthSubject';

/** Operators from 1.31 on set up in an init container: no job may be required as evidence. */
export const cnpgBootstrap: CnpgHealthRule = {
  id: 'cnpg-bootstrap',
  title:
    'Whether a new Cluster can be set up, and a recovered one has an archive of its own.',
  check(subject) {
    const { phase, pods, namespace } = subject;
    if (phase.words !== undefined && phase.meaning !== 'bootstrapping') {
      return [];
    }
    const failed = (pods ?? []).filter(
      ({ data }) =>
        data.role === 'job' && (data.phase === 'Failed' || data.terminated),
    );
    const archive = sharedArchive(subject.cluster.data);
    if (!failed.length) {
      return [];
    }
    const seen = {
      state: 'failed',
      severity: 'error',
      evidence: failed.map(fact =>
        evidenceOf(
          pod,
          fact,
          'status.containerStatuses[].state.terminated',
          fact.data.terminated?.message ?? fact.data.phase,
        ),
      ),
      commands: failed.map(
        ({ name }) => `kubectl logs ${name} -n ${namespace}`,
      ),
    } as const;
    const complains = failed.some(({ data }) =>
      data.terminated?.message?.includes('Expected empty archive'),
    );
    return archive || complains
      ? [
          observation(
            'cnpgBootstrap.archiveTaken',
            { archive: archive ?? archiveOf(subject.cluster) },
            seen,
          ),
        ]
      : [
          observation(
            'cnpgBootstrap.failed',
            { pods: failed.map(({ name }) => name) },
            seen,
          ),
        ];
  },
};

/** The folder that it would archive to and is recovered from: Postgres refuses to mix two histories. */
function sharedArchive({ spec }: ClusterData): string | undefined {
  const source = spec.externalClusters.find(
    ({ name }) => name === spec.recoverySource,
  );
  const archiver = spec.plugins.find(
    ({ isWalArchiver, enabled }) => enabled && isWalArchiver,
  );
  const from = source?.plugin;
  return from?.objectStore !== undefined &&
    from.objectStore === archiver?.objectStore &&
    from.serverName !== undefined &&
    from.serverName === archiver.serverName
    ? `${from.objectStore}/${from.serverName}`
    : undefined;
}

/** Where it archives to. */
function archiveOf({ name, data: { spec } }: Fact<ClusterData>): string {
  const { objectStore, serverName = name } =
    spec.plugins.find(({ isWalArchiver }) => isWalArchiver) ?? {};
  const store = objectStore ?? spec.barmanObjectStore?.destinationPath ?? '';
  return `${store}/${spec.barmanObjectStore?.serverName ?? serverName}`;
}
