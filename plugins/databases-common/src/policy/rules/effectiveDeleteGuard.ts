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

import { violation } from '../../messages';
import { PlannedFile, PolicyRule, Violation } from '../../model';
import { readManifests } from '../readManifests';
import { fromObstacles } from '../fromObstacles';

const ANNOTATION = 'argocd.argoproj.io/sync-options';
const FLUX_ANNOTATION = 'kustomize.toolkit.fluxcd.io/prune';

/**
 * Neither Argo CD nor Flux can delete a database by pruning or together with what
 * delivers it. Of Argo CD's annotations only `sync-options` protects; the widespread `manifest-gc-strategy` is not an
 * annotation that Argo CD knows.
 *
 * @public
 */
export const effectiveDeleteGuard: PolicyRule = {
  id: 'effective-delete-guard',
  title: 'Argo CD cannot delete a database',
  severity: 'error',
  stages: ['change'],
  waivable: false,
  examples: {
    good: { reason: 'sync-options are set', subject: standard => standard },
    bad: {
      reason: 'only manifest-gc-strategy is set',
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          files: standard.plan.files.map(file =>
            file.kind === 'text'
              ? {
                  ...file,
                  content: file.content.replace(/^.*sync-options:.*\n/m, ''),
                }
              : file,
          ),
        },
      }),
    },
  },
  check: subject => [
    ...subject.plan.files.flatMap(unguarded),
    ...fromObstacles('effective-delete-guard', subject),
  ],
};

function unguarded(file: PlannedFile): readonly Violation[] {
  return readManifests(file)
    .filter(({ kind, metadata }) => {
      const options = metadata.annotations?.[ANNOTATION]?.split(',') ?? [];
      return (
        kind === 'Cluster' &&
        metadata.annotations?.[FLUX_ANNOTATION] !== 'disabled' &&
        !(options.includes('Prune=false') && options.includes('Delete=false'))
      );
    })
    .map(({ metadata }) => ({
      ...violation('effectiveDeleteGuard.missing', {
        object: `Cluster ${metadata.name}`,
        path: file.path,
      }),
      evidence: [
        {
          object: file.path,
          field: `metadata.annotations["${ANNOTATION}"]`,
          value: metadata.annotations?.[ANNOTATION],
        },
      ],
      // A database that stands already is not this request's to stop for.
      ...(file.change !== 'create' && { severity: 'warning' as const }),
    }));
}
