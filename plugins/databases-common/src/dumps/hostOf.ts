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

/** A host as it is written somewhere, as the Service or the pod behind it. */
export interface ServiceHost {
  /** `<service>.<namespace>`, or a name of the world outside. */
  readonly host: string;
  /** Of a StatefulSet, when it is named by itself. */
  readonly pod?: string;
}

/**
 * ```
 * [scheme://][user[:password]@]host[:port][/…]
 * host = service | service.namespace | pod-0.service[.namespace] [.svc[.cluster.local]]
 * ```
 *
 * @param namespace - of the pod that says it
 * @returns nothing for what is no host, or the pod's own
 */
export function hostOf(
  text: string,
  namespace: string,
): ServiceHost | undefined {
  const bare = text
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    // A password may hold whatever else divides such an address.
    .replace(/^.*@/s, '')
    .replace(/[/?,#].*$/s, '')
    .replace(/:\d+$/, '')
    .toLowerCase();
  if (
    !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(bare) ||
    bare === 'localhost' ||
    bare.startsWith('127.')
  ) {
    return undefined;
  }
  const isService = /\.svc(\.|$)/.test(bare);
  const parts = bare.replace(/\.svc(\..*)?$/, '').split('.');
  if (parts.length === 1) {
    return { host: `${bare}.${namespace}` };
  }
  const [first, second, third] = parts;
  const isPod = /-\d+$/.test(first);
  if (parts.length === 3 && (isService || isPod)) {
    return { host: `${second}.${third}`, ...(isPod && { pod: first }) };
  }
  if (parts.length === 2 && isPod && !isService) {
    return { host: `${second}.${namespace}`, pod: first };
  }
  return { host: parts.join('.') };
}

/** The name of the database in a connection string, if it is one and has one. */
export function databaseOfUrl(text: string): string | undefined {
  const [, address = ''] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/is.exec(text) ?? [];
  const [, path] =
    /^[^/?]*\/([^/?#]*)/.exec(address.replace(/^.*@/s, '')) ?? [];
  return path || undefined;
}
