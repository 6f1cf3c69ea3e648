"""Facts of the app without Qt: resources, folders, actions, settings, words for places, the log.

May import: drawing, text and domain; never document, export, importing or PySide6.

    services = Services(Paths.find(os.environ), now, new_id, resources.find())
    [action.id for action in actions.ACTIONS if action.menu == "file"]
    settings = SettingsFile(services.paths.config / "settings.json")
"""
