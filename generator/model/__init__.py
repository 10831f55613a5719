"""The values that flow from room to room, the field tables and the shape of site.yaml."""
