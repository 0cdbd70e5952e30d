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

import { SecretFileData } from '../kinds';
import { CredentialSourceId, Fact } from '../model';
import { ObservedKind } from '../observation';
import { DatabaseCredentials } from './EngineCredentials';
import { HopScene, TracedHop } from './TracedHop';

/**
 * How Secrets of one source are recognized, and where their values come from.
 * All functions are pure and total.
 *
 * @public
 */
export interface CredentialObservation {
  readonly id: CredentialSourceId;
  /** Kinds without which nobody can say that it is not the source. */
  readonly observes: readonly ObservedKind[];
  /** Each object that claims to make the Secret, by itself. */
  claims(secret: SecretName, scene: TraceScene): readonly SourceClaim[];
}

/** @public */
export interface SecretName {
  readonly namespace: string;
  readonly name: string;
}

/** What a trace may look at. @public */
export interface TraceScene extends HopScene {
  readonly credentials: DatabaseCredentials;
  /** Whether the metadata of Secrets are read. */
  readonly secretMetadata?: boolean;
  /** The Kubernetes cluster behind an Argo CD Application's destination. */
  readonly destinations?: { readonly [serverOrName: string]: string };
}

/**
 * Something says that it makes a Secret.
 *
 * @public
 */
export interface SourceClaim {
  readonly source: CredentialSourceId;
  /** What carries the value to the Kubernetes cluster, as people call it. */
  readonly transport?: string;
  /** It holds the same value, as the database says, and brings it nowhere. */
  readonly isCopy?: true;
  /** From the origin to the Secret, without it. */
  readonly hops: readonly TracedHop[];
  /** How often the source promises a new value. */
  readonly rotationSeconds?: number;
  /** When the value stops being valid: UTC ISO instant. */
  readonly expiresAt?: string;
  /** Of a static role: the database role whose password Vault changes. */
  readonly rotatesRole?: string;
  /** The file in git that declares it. */
  readonly file?: Fact<SecretFileData>;
  /** Other Secrets that are copied from the same entry. */
  readonly siblings?: readonly SecretName[];
}
