// Twilio's official SDK for Node against the sandbox: creates, fetches, lists, updates and deletes, and lets the SDK check the signatures of the callbacks.
//   node tools/TwilioSdk/check.js BASE_ADDRESS ACCOUNT_SID AUTH_TOKEN API_KEY_SID API_KEY_SECRET FROM MESSAGING_SERVICE_SID
// Prints one line a check and exits with 1 when one fails.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

const [base, accountSid, authToken, keySid, keySecret, from, messagingServiceSid] = process.argv.slice(2);
const to = '+15125550123';

// The SDK can only be pointed at hosts of twilio.com; its transport is its documented place for proxies.
class SandboxTransport extends (RequestClient.default ?? RequestClient) {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', base.replace(/\/$/, '')) });
  }
}

const client = twilio(accountSid, authToken, { httpClient: new SandboxTransport() });
const received = [];
const host = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const url = `http://${request.headers.host}${request.url}`;
    received.push({ url, fields, isValid: twilio.validateRequest(authToken, request.headers['x-twilio-signature'], url, fields) });
    response.writeHead(200, { 'Content-Type': 'text/xml' });
    response.end(request.url.startsWith('/voice') ? '<Response><Say>Red flag</Say></Response>' : '<Response/>');
  });
});
await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
const hostAddress = `http://127.0.0.1:${host.address().port}`;

async function until(condition) {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, 'waited 10 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const checks = {
  async 'creates a message'() {
    const message = await client.messages.create({ to, from, body: 'Box this lap, coche 55 – ñ 🏁', statusCallback: `${hostAddress}/status?alert=1&note=it's` });
    assert.match(message.sid, /^SM[0-9a-f]{32}$/);
    assert.equal(message.status, 'queued');
    assert.equal(message.numSegments, '1');
    assert.ok(message.dateCreated instanceof Date && Math.abs(Date.now() - message.dateCreated) < 60_000);
    assert.equal(message.dateSent, null);
    await until(() => received.length === 2);
    assert.deepEqual(received.map((webhook) => webhook.fields.MessageStatus), ['sent', 'delivered']);
    assert.ok(received.every((webhook) => webhook.isValid && webhook.fields.MessageSid === message.sid));
  },
  async 'fetches a message'() {
    const { sid } = await client.messages.create({ to, from, body: 'Fuel' });
    const message = await client.messages(sid).fetch();
    assert.equal(message.status, 'delivered');
    assert.equal(message.price, '-0.00830');
    assert.equal(message.errorCode, null);
  },
  async 'lists messages over pages'() {
    for (let i = 0; i < 5; i++) await client.messages.create({ to: '+15125550177', messagingServiceSid, body: `lap ${i}` });
    const messages = await client.messages.list({ to: '+15125550177', pageSize: 2, dateSentAfter: new Date(Date.now() - 60_000) });
    assert.deepEqual(messages.map((message) => message.body), ['lap 4', 'lap 3', 'lap 2', 'lap 1', 'lap 0']);
    const none = await client.messages.list({ to: '+15125550177', dateSentBefore: new Date('2020-01-01') });
    assert.equal(none.length, 0);
  },
  async 'redacts and deletes a message'() {
    const { sid } = await client.messages.create({ to, from, body: 'Secret' });
    assert.equal((await client.messages(sid).update({ body: '' })).body, '');
    assert.equal(await client.messages(sid).remove(), true);
    await assert.rejects(client.messages(sid).fetch(), { status: 404, code: 20404 });
  },
  async 'schedules and cancels a message'() {
    const sendAt = new Date(Date.now() + 3_600_000);
    const { sid, status } = await client.messages.create({ to, messagingServiceSid, body: 'Later', scheduleType: 'fixed', sendAt });
    assert.equal(status, 'scheduled');
    assert.equal((await client.messages(sid).update({ status: 'canceled' })).status, 'canceled');
    await assert.rejects(client.messages(sid).update({ status: 'canceled' }), { code: 30409 });
  },
  async 'sends media'() {
    const message = await client.messages.create({ to, from, mediaUrl: ['https://example.com/a.jpg', 'https://example.com/b.jpg'] });
    assert.match(message.sid, /^MM/);
    assert.equal(message.numMedia, '2');
  },
  async 'confirms a message'() {
    const { sid } = await client.messages.create({ to, from, body: 'Copy?' });
    assert.equal((await client.messages(sid).feedback.create({ outcome: 'confirmed' })).outcome, 'confirmed');
  },
  async 'understands a refusal'() {
    await assert.rejects(client.messages.create({ to: '+1512', from, body: 'x' }), (error) => {
      assert.deepEqual([error.status, error.code, error.moreInfo], [400, 21211, 'https://www.twilio.com/docs/errors/21211']);
      return true;
    });
  },
  async 'is refused with a wrong token'() {
    const stranger = twilio(accountSid, 'wrong', { httpClient: new SandboxTransport() });
    await assert.rejects(stranger.messages.create({ to, from, body: 'x' }), { status: 401, code: 20003 });
  },
  async 'uses an API key'() {
    const byKey = twilio(keySid, keySecret, { accountSid, httpClient: new SandboxTransport() });
    assert.equal((await byKey.messages.create({ to, from, body: 'x' })).accountSid, accountSid);
  },
  async 'places a call with inline TwiML'() {
    const response = new twilio.twiml.VoiceResponse();
    response.say({ voice: 'Polly.Joanna', language: 'en-US' }, 'Red flag');
    const { sid, status } = await client.calls.create({ to, from, twiml: response.toString() });
    assert.equal(status, 'queued');
    const call = await client.calls(sid).fetch();
    assert.equal(call.status, 'completed');
    assert.equal(call.duration, '1');
    assert.ok(call.startTime instanceof Date);
  },
  async 'places a call with instructions by URL'() {
    received.length = 0;
    const { sid } = await client.calls.create({
      to, from, url: `${hostAddress}/voice?call=1`, statusCallback: `${hostAddress}/calls`, statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    });
    await until(() => received.length === 5);
    assert.ok(received.every((webhook) => webhook.isValid && webhook.fields.CallSid === sid));
    assert.deepEqual(
      received.filter((webhook) => webhook.url.endsWith('/calls')).map((webhook) => webhook.fields.CallStatus), ['initiated', 'ringing', 'in-progress', 'completed']);
  },
  async 'lists and updates calls'() {
    const twiml = '<Response><Gather timeout="60"><Say>Press 1</Say></Gather></Response>';
    const { sid } = await client.calls.create({ to: '+15125550188', from, twiml });
    assert.equal((await client.calls(sid).update({ status: 'completed' })).status, 'completed');
    await assert.rejects(client.calls(sid).update({ status: 'completed' }), { code: 21220 });
    assert.deepEqual((await client.calls.list({ to: '+15125550188', status: 'completed' })).map((call) => call.sid), [sid]);
    assert.equal(await client.calls(sid).remove(), true);
  },
  async 'reads the account'() {
    const account = await client.api.v2010.accounts(accountSid).fetch();
    assert.deepEqual([account.status, account.type], ['active', 'Full']);
    assert.equal((await client.balance.fetch()).currency, 'USD');
    const numbers = await client.incomingPhoneNumbers.list({ phoneNumber: from });
    assert.deepEqual(numbers.map((number) => [number.phoneNumber, number.capabilities.sms]), [[from, true]]);
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`failed ${name}: ${error.stack}`);
  }
}
console.log(`${Object.keys(checks).length - failed} of ${Object.keys(checks).length} checks passed`);
host.closeAllConnections();
host.close();
process.exitCode = failed === 0 ? 0 : 1;
