#ifndef CPhoneSystem_h
#define CPhoneSystem_h

#include <stdbool.h>

/// The name of the Wi-Fi that an interface is on, as C text of at most 32 bytes; false where there is none, or where the
/// system does not tell.
bool phone_wifi_name(const char *interface, char name[33]);

/// Gives up what the program does not need: other files than those below the folder and what is read of the network's
/// state, new programs, more memory in a core file. What a system does not offer is passed over.
void phone_drop_rights(const char *folder);

#endif
