INSERT INTO phpbb_acl_options (auth_option_id, auth_option) VALUES (20,'f_read');
INSERT INTO phpbb_acl_groups (group_id, forum_id, auth_option_id, auth_role_id, auth_setting) VALUES (1,2,20,0,1);
INSERT INTO phpbb_groups (group_id, group_name) VALUES (1,'GUESTS');
INSERT INTO phpbb_forums (forum_id, parent_id, forum_name, forum_password) VALUES (2,0,'Letters',''),(3,0,'Staff','');
INSERT INTO phpbb_topics (topic_id, forum_id, topic_title, topic_time, topic_visibility, topic_status, topic_moved_id) VALUES (30,2,'To the editor',1551484799,1,0,0),(31,3,'Secret',1551484799,1,0,0);
INSERT INTO phpbb_posts (post_id) VALUES (1