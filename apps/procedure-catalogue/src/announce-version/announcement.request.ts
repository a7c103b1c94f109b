import { AnnouncementShape } from '../shapes/announcement.shape.js';

export class AnnouncementRequest extends AnnouncementShape {}
