-- What whoever runs the machinery looks at: the few mails that were given up, among all that were sent.
CREATE INDEX notice_delivery_failed ON notice_delivery (at) WHERE state = 'FAILED' AND channel = 'MAIL';
