"""The places of the window, one for each entry of the activity bar, and the class they share.

May import: the rest of ui, document, app, drawing and domain. A place never writes by itself;
it binds handlers for its actions and shows the open document.

    class MapPlace(Place): ...
    place = MapPlace(context, session, binding)
    window.show_place(place.key)
"""
