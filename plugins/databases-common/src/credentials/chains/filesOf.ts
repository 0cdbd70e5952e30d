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

import { filesWithoutNamespace, secretFile, SecretFileData } from '../../kinds';
import { Fact } from '../../model';
import { SecretName, TraceScene } from '../CredentialObservation';
import { deliveriesOf } from '../hops/applicationHop';

/**
 * The files in git that become a Secret. A repository of several Kubernetes
 * clusters may have one for each: where Argo CD says which of them it brings
 * here, the others are of another one.
 */
export function filesOf(
  { namespace, name }: SecretName,
  scene: TraceScene,
  format: SecretFileData['format'],
): readonly Fact<SecretFileData>[] {
  // Who looks is told of each change: nobody has to be while no repository is read.
  if (!scene.facts.coverages(secretFile).length) {
    return [];
  }
  const find = (key: string) =>
    scene.facts
      .everywhere(secretFile, key)
      .filter(({ data }) => data.format === format);
  const files = find(`secret:${namespace}/${name}`);
  const here = files.filter(file => deliveriesOf(file, scene).length > 0);
  if (files.length) {
    return here.length ? here : files;
  }
  // A file that names no namespace goes to that of its Application.
  return find(filesWithoutNamespace).filter(
    file =>
      file.data.name === name &&
      deliveriesOf(file, scene).some(
        ({ data: { destination } }) => destination.namespace === namespace,
      ),
  );
}
