import type { IClientPublishOptions, MqttClient } from 'mqtt';

/** MQTT 5, 3.4.2.1: the broker has taken a message that nobody subscribes to. */
const NOBODY_SUBSCRIBES = 0x10;

/** Publishes with QoS 1. @param onTaken is told, when the broker has confirmed the message, whether anybody subscribes to it */
export type Deliver = (topic: string, payload: Buffer, properties: IClientPublishOptions['properties'], onTaken?: (isForSomebody: boolean) => void) => void;

/** The library tells whether the broker has confirmed a message, and not in which words: this reads them too. */
export function deliveryOf(client: MqttClient): Deliver {
  const unwanted = new Set<number>();
  client.on('packetreceive', (packet) => {
    if (packet.cmd === 'puback' && packet.reasonCode === NOBODY_SUBSCRIBES && packet.messageId !== undefined) unwanted.add(packet.messageId);
  });
  return (topic, payload, properties, onTaken) => {
    client.publish(topic, payload, { qos: 1, ...(properties && { properties }) }, (_error, packet) => {
      const id = packet?.messageId;
      onTaken?.(id === undefined || !unwanted.delete(id));
    });
  };
}
