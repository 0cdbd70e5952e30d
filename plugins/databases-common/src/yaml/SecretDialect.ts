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

/**
 * How the values of charts say which Secrets the app loads:
 *
 * ```
 * map          envFrom: { secretRef: "a", extraSecretRefs: ["b"] }
 * references   envFrom: [{ secretRef: { name: a } }]      as in a pod
 * secrets      envFrom: [{ secret: a }]                   for a template
 * names        envFromSecrets: [a]
 * ```
 */
export type SecretDialect = 'map' | 'references' | 'secrets' | 'names';

/** The keys under which they say it. */
export const SECRET_KEYS = [
  'envFrom',
  'extraEnvFrom',
  'envFromSecrets',
  'extraEnvFromSecrets',
] as const;
