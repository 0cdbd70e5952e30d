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

/**
 * The CNPG cluster that a job or a pod of cnpg-drill restores to prove its backups.
 *
 * @returns `undefined` for anything else.
 */
export function drillOf({ metadata }: KubeObject): string | undefined {
  const labels = metadata.labels ?? {};
  return labels['app.kubernetes.io/managed-by'] === 'cnpg-drill'
    ? (labels['cnpg-drill.dev/source'] ?? labels['cnpg.io/cluster'])
    : undefined;
}

/** The key of a drill: the CNPG cluster that it restores, in the same namespace. */
export function ofDrill({
  namespace,
  data: { cluster },
}: Fact<{ readonly cluster?: string }>): readonly string[] {
  return cluster ? [`${namespace}/${cluster}`] : [];
}

/** The report that somebody put onto an object: JSON, as cnpg-drill prints it. */
export const drillReportAnnotation = 'basewell.dev/drill-report';

/** Which jobs and pods those are. */
export const drillSelectors = [
  { labels: 'app.kubernetes.io/managed-by=cnpg-drill' },
];
