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

import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/core-plugin-api';
import { Button, Card, CardBody, Container, Flex, Text } from '@backstage/ui';
import { useState } from 'react';

const people = [
  {
    provider: 'guest',
    name: 'Ada',
    role: 'Developer in team-shop. May ask for databases of her services outside production.',
  },
  {
    provider: 'demo-platform',
    name: 'Grace',
    role: 'Platform engineer. May ask for any database, production included.',
  },
] as const;

/**
 * Two people, because what a page shows depends on who looks at it.
 */
export function DemoSignInPage(props: SignInPageProps) {
  const [provider, setProvider] = useState<string>();
  if (provider) {
    return <ProxiedSignInPage {...props} provider={provider} />;
  }
  return (
    <Container>
      <Flex direction="column" gap="4" my="6">
        <Text as="h1" variant="title-medium" weight="bold">
          Basewell demo portal
        </Text>
        <Text as="p">
          Everything here is made up and stays on this machine. Who are you?
        </Text>
        {people.map(person => (
          <Card key={person.provider}>
            <CardBody>
              <Flex direction="column" gap="2" align="start">
                <Text as="h2" variant="title-x-small" weight="bold">
                  {person.name}
                </Text>
                <Text as="p">{person.role}</Text>
                <Button
                  variant="primary"
                  onPress={() => setProvider(person.provider)}
                >
                  Enter as {person.name}
                </Button>
              </Flex>
            </CardBody>
          </Card>
        ))}
      </Flex>
    </Container>
  );
}
