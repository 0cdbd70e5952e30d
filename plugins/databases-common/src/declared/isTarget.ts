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

import { Fields, isFields } from '../layouts/mergePatch';

/**
 * Whether a patch of a kustomization is for an object; `undefined` when that
 * cannot be said here: a repository's regular expressions are not run, and
 * selectors are not followed.
 */
export function isTarget(
  manifest: Fields,
  target: Fields,
): boolean | undefined {
  const metadata = isFields(manifest.metadata) ? manifest.metadata : {};
  const { apiVersion } = manifest;
  const [group, version] = splitVersion(
    typeof apiVersion === 'string' ? apiVersion : '',
  );
  const answers = [
    fits(manifest.kind, target.kind),
    fits(metadata.name, target.name),
    fits(metadata.namespace, target.namespace),
    fits(group, target.group),
    fits(version, target.version),
    target.labelSelector || target.annotationSelector ? undefined : true,
  ];
  return answers.includes(false)
    ? false
    : answers.reduce((all, answer) => all && answer, true);
}

function fits(value: unknown, wanted: unknown): boolean | undefined {
  if (wanted === undefined || wanted === '' || wanted === '.*') {
    return true;
  }
  return typeof wanted === 'string' && /^[\w-]+(?:\.[\w-]+)*$/.test(wanted)
    ? value === wanted
    : undefined;
}

function splitVersion(apiVersion: string): readonly [string, string] {
  const slash = apiVersion.indexOf('/');
  return [apiVersion.slice(0, Math.max(0, slash)), apiVersion.slice(slash + 1)];
}
