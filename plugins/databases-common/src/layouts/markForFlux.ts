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

import { fluxDeleteGuard } from '../manifests';
import { DatabaseParts } from './Layout';

const ARGOCD = 'argocd.argoproj.io/';

/** An object, or the draft of one. */
interface Annotated {
  readonly annotations?: { readonly [key: string]: string };
}

/**
 * What says something to Argo CD says nothing to Flux: waves are of no use, since
 * Flux applies namespaces first, and what may not be deleted is marked in Flux's
 * own way.
 */
export function markForFlux<T extends Annotated>(metadata: T): T {
  const { annotations = {} } = metadata;
  const guarded = annotations[`${ARGOCD}sync-options`]?.includes('Prune=false');
  const marked = {
    ...Object.fromEntries(
      Object.entries(annotations).filter(([key]) => !key.startsWith(ARGOCD)),
    ),
    ...(guarded && fluxDeleteGuard),
  };
  const { annotations: _, ...rest } = metadata;
  return (
    // Drafts of secrets always have them.
    (
      Object.keys(marked).length || 'values' in metadata
        ? { ...metadata, annotations: marked }
        : rest
    ) as T
  );
}

/** The same for all objects of a database. */
export function partsForFlux(parts: DatabaseParts): DatabaseParts {
  const { credentials } = parts;
  const mark = <
    T extends {
      readonly manifest: DatabaseParts['manifests'][number]['manifest'];
    },
  >(
    draft: T,
  ): T => ({
    ...draft,
    manifest: {
      ...draft.manifest,
      metadata: markForFlux(draft.manifest.metadata),
    },
  });
  return {
    ...parts,
    manifests: parts.manifests.map(mark),
    credentials:
      credentials.kind === 'sealed'
        ? {
            ...credentials,
            bootstrap: markForFlux(credentials.bootstrap),
            runtime: markForFlux(credentials.runtime),
            extraRuntime: markForFlux(credentials.extraRuntime),
            ...(credentials.backup && {
              backup: markForFlux(credentials.backup),
            }),
          }
        : {
            ...credentials,
            access: credentials.access.map(mark),
            ...(credentials.bootstrap && {
              bootstrap: mark(credentials.bootstrap),
            }),
            runtime:
              'manifest' in credentials.runtime
                ? mark(credentials.runtime)
                : markForFlux(credentials.runtime),
            extraRuntime: mark(credentials.extraRuntime),
            ...(credentials.backup && {
              backup: markForFlux(credentials.backup),
            }),
          },
  };
}
