// What one connection, and one address, may hold of the server.
import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { limits } from '../model/limits.ts'

/** Closes a connection of an address that has too many, as it comes: else one client could hold all that there are. */
export function limitConnectionsOfOne(server: Server): void {
  const held = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (held.get(address) ?? 0) + 1
    if (count > limits.connectionsOfOne.value) return void socket.destroy()
    held.set(address, count)
    socket.on('close', () => {
      const left = (held.get(address) ?? 1) - 1
      if (left === 0) held.delete(address)
      else held.set(address, left)
    })
  })
}

/** Answers a function that says whether a request is one too many on its connection, and then closes that. What is sent in one go is read in one go, and nobody else meanwhile. */
export function createPipelines(): (socket: Socket, response: ServerResponse) => boolean {
  const waiting = new WeakMap<Socket, number>()
  return (socket, response) => {
    if (socket.destroyed) return true
    if (response.socket !== null) return false // nothing before it waits
    const count = (waiting.get(socket) ?? 0) + 1
    if (count > limits.pipelined.value) {
      socket.destroy()
      return true
    }
    waiting.set(socket, count)
    response.on('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1))
    return false
  }
}
