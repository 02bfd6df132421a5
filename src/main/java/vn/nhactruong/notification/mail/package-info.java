/**
 * Mails that carry notifications: the postman, the daily digest, their wording, and the
 * administrator's page about how far they came.
 */
package vn.nhactruong.notification.mail;
