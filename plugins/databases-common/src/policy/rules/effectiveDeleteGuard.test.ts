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

import { standardSubject } from '../standardSubject';
import { effectiveDeleteGuard } from './effectiveDeleteGuard';

const argocd = 'argocd.argoproj.io/sync-options: Prune=false,Delete=false';
const flux = 'kustomize.toolkit.fluxcd.io/prune: disabled';

/** What is found about a cluster with one annotation, new in a house of a tool. */
function check(annotation: string, tool: 'argocd' | 'flux') {
  const subject = standardSubject();
  return effectiveDeleteGuard.check({
    ...subject,
    plan: {
      ...subject.plan,
      ...(tool === 'flux' && { deliveredBy: tool }),
      files: [
        {
          ...{ kind: 'text', repository: 'platform', change: 'create' },
          ...{ path: 'cluster.yaml', purpose: 'CNPG cluster of dev' },
          content: `kind: Cluster\nmetadata:\n  name: shop\n  annotations:\n    ${annotation}\n`,
        },
      ],
    },
  });
}

describe('effectiveDeleteGuard', () => {
  it.each([
    { tool: 'argocd' as const, annotation: argocd, finds: [] },
    {
      tool: 'argocd' as const,
      annotation: flux,
      finds: ['effectiveDeleteGuard.missing'],
    },
    { tool: 'flux' as const, annotation: flux, finds: [] },
    {
      tool: 'flux' as const,
      annotation: argocd,
      finds: ['effectiveDeleteGuard.missingInFlux'],
    },
    {
      tool: 'flux' as const,
      annotation: flux.replace('disabled', 'enabled'),
      finds: ['effectiveDeleteGuard.missingInFlux'],
    },
  ])(
    'finds $finds where $tool delivers with $annotation',
    ({ tool, annotation, finds }) => {
      expect(check(annotation, tool).map(({ message }) => message)).toEqual(
        finds,
      );
    },
  );
});
