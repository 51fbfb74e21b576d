import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { PersonalDataSource } from '../shop/personal-data.ts';

/** That a person is on guest lists. */
export function guestListData(prisma: PrismaClient): PersonalDataSource {
  return {
    name: 'guestLists',
    collect: async ({ shop, emailKey }) => {
      if (emailKey === null) return [];
      const campaign = { select: { id: true, name: true } };
      return prisma.guest.findMany({
        where: { shop, emailKey },
        select: { emailKey: true, addedAt: true, campaign },
      });
    },
    erase: async ({ shop, emailKey }) =>
      emailKey === null ? 0 : (await prisma.guest.deleteMany({ where: { shop, emailKey } })).count,
  };
}

/** That a person waits to hear. */
export function waitingListData(prisma: PrismaClient): PersonalDataSource {
  return {
    name: 'waitingLists',
    collect: async ({ shop, emailKey }) => {
      if (emailKey === null) return [];
      const campaign = { select: { id: true, name: true } };
      return prisma.waitingListEntry.findMany({
        where: { shop, emailKey },
        select: { email: true, createdAt: true, campaign },
      });
    },
    erase: async ({ shop, emailKey }) =>
      emailKey === null ? 0 : (await prisma.waitingListEntry.deleteMany({ where: { shop, emailKey } })).count,
  };
}
