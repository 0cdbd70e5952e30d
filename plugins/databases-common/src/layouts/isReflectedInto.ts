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

import { reflectorAnnotations } from './reflectorAnnotations';

/**
 * Whether Reflector makes a copy of a Secret in a namespace by itself. Lists of
 * namespaces are separated by commas; one that is left out or empty means all.
 *
 * @param annotations - of the Secret
 */
export function isReflectedInto(
  annotations: { readonly [key: string]: string },
  namespace: string,
): boolean {
  const { allowed, allowedNamespaces, auto, autoNamespaces } =
    reflectorAnnotations;
  return (
    annotations[allowed] === 'true' &&
    annotations[auto] === 'true' &&
    isListed(annotations[allowedNamespaces], namespace) &&
    isListed(annotations[autoNamespaces], namespace)
  );
}

function isListed(list = '', namespace: string): boolean {
  const entries = list.split(',').map(entry => entry.trim());
  return entries.every(entry => !entry) || entries.some(isMatch);

  /** Of regular expressions only those that cannot take long. */
  function isMatch(entry: string): boolean {
    return (
      /^[a-z0-9-]*(\.\*[a-z0-9-]*)?$/.test(entry) &&
      new RegExp(`^${entry}$`).test(namespace)
    );
  }
}
