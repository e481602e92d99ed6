-- Removes what only served the building of the sample; nothing of it belongs to the organisations' source.
drop schema building cascade;
