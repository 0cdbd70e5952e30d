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

import {
  CertificateFact,
  Decision,
  EncryptionFact,
  Needs,
  PlanContext,
  RepositoryRole,
} from '../model';
import { RepositoryView } from './RepositoryView';

/**
 * Everything an operation may look at. When it is through,
 * {@link PlanningView.decide} tells whether its result stands or more has to be
 * looked up first.
 *
 * @public
 */
export class PlanningView {
  readonly platform: RepositoryView;
  readonly app: RepositoryView;
  readonly #encryption: PlanContext['encryption'];
  readonly #paths = new Set<string>();
  readonly #certificates: PlanContext['certificates'];
  readonly #unread = new Set<string>();

  constructor(context: PlanContext) {
    this.platform = new RepositoryView(context.platform);
    this.app = new RepositoryView(context.app);
    this.#encryption = context.encryption;
    this.#certificates = context.certificates;
  }

  of(role: RepositoryRole): RepositoryView {
    return this[role];
  }

  /** What the platform's `.sops.yaml` says about a path. */
  encryption(path: string): EncryptionFact {
    if (!Object.hasOwn(this.#encryption, path)) {
      this.#paths.add(path);
      return { state: 'uncovered', reason: 'it has not been looked up' };
    }
    return this.#encryption[path];
  }

  /** What a certificate says, by its PEM. */
  certificate(pem: string): CertificateFact {
    if (!Object.hasOwn(this.#certificates, pem)) {
      this.#unread.add(pem);
      return { state: 'unreadable', reason: 'it has not been looked at' };
    }
    return this.#certificates[pem];
  }

  /** The value, unless something that it rests on is not known yet. */
  decide<T>(value: T): Decision<T> {
    const { platform, app } = this;
    const needs: Needs = {
      files: { platform: platform.missing.files, app: app.missing.files },
      folders: { platform: platform.missing.folders, app: app.missing.folders },
      encryption: [...this.#paths],
      certificates: [...this.#unread],
    };
    const counts = [needs.files, needs.folders]
      .flatMap(byRole => [byRole.platform, byRole.app])
      .concat([needs.encryption, needs.certificates])
      .map(list => list.length);
    return counts.some(Boolean)
      ? { state: 'needs', needs }
      : { state: 'decided', value };
  }
}
