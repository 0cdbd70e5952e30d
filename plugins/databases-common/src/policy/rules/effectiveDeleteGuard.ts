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
 * The tool of the house cannot delete a database by pruning or together with what
 * delivers it; what keeps one tool from it says nothing to the other. Of Argo CD's
 * annotations only `sync-options` protects: the widespread `manifest-gc-strategy`
 * is not an annotation that Argo CD knows.
 *
 * @public
 */
export const effectiveDeleteGuard: PolicyRule = {
  id: 'effective-delete-guard',
  title: 'What delivers a database cannot delete it',
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
    ...subject.plan.files.flatMap(file =>
      unguarded(file, subject.plan.deliveredBy === 'flux'),
    ),
    ...fromObstacles('effective-delete-guard', subject),
  ],
};

function unguarded(file: PlannedFile, byFlux: boolean): readonly Violation[] {
  return readManifests(file)
    .filter(({ kind, metadata }) => {
      const { annotations = {} } = metadata;
      return (
        kind === 'Cluster' &&
        !(byFlux ? isKeptByFlux(annotations) : isKeptByArgocd(annotations))
      );
    })
    .map(({ metadata }) => {
      const annotation = byFlux ? FLUX_ANNOTATION : ANNOTATION;
      const found = { object: `Cluster ${metadata.name}`, path: file.path };
      return {
        ...(byFlux
          ? violation('effectiveDeleteGuard.missingInFlux', found)
          : violation('effectiveDeleteGuard.missing', found)),
        evidence: [
          {
            object: file.path,
            field: `metadata.annotations["${annotation}"]`,
            value: metadata.annotations?.[annotation],
          },
        ],
        // A database that stands already is not this request's to stop for.
        ...(file.change !== 'create' && { severity: 'warning' as const }),
      };
    });
}

type Annotations = { readonly [name: string]: string };

function isKeptByFlux(annotations: Annotations): boolean {
  return annotations[FLUX_ANNOTATION] === 'disabled';
}

function isKeptByArgocd(annotations: Annotations): boolean {
  const options = annotations[ANNOTATION]?.split(',') ?? [];
  return options.includes('Prune=false') && options.includes('Delete=false');
}
