using System.Security.Cryptography;
using System.Text;

namespace FlightGraph.StandIn.Data;

/// <summary>The UUID of a launch whose own one we do not know: always the same for the same slug.</summary>
internal static class SlugId
{
    public static Guid Of(string slug)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"flightgraph/launches/{slug}"))[..16];

        // Version 8 (made by a rule of our own) and the variant that goes with it, so that it reads as a proper UUID.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
