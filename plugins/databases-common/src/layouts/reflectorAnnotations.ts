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

const PREFIX = 'reflector.v1.k8s.emberstack.com';

/**
 * Annotations of a Secret by which Reflector copies it into other namespaces.
 *
 * @see https://github.com/emberstack/kubernetes-reflector
 */
export const reflectorAnnotations = {
  prefix: PREFIX,
  allowed: `${PREFIX}/reflection-allowed`,
  allowedNamespaces: `${PREFIX}/reflection-allowed-namespaces`,
  auto: `${PREFIX}/reflection-auto-enabled`,
  autoNamespaces: `${PREFIX}/reflection-auto-namespaces`,
} as const;
