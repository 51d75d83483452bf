using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FlightGraph.Upstream;

namespace FlightGraph.Tests.Upstream;

public sealed class CertificateTests
{
    /// <summary>Nobody vouches for a certificate made here, so of each kind this shows only that a refused one ends the call.</summary>
    [Theory]
    [InlineData("localhost", -2)]
    [InlineData("elsewhere.invalid", 2)]
    public async Task Certificate_That_Is_Refused_Ends_The_Call_At_Once(string name, int daysLeft)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var end = TimeProvider.System.GetUtcNow().AddDays(daysLeft);
        using var certificate = request.CreateSelfSigned(end.AddDays(-30), end);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, certificate);
        await using var http = new HttpUnderTest(null, $"--Upstream:BaseAddress=https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        var answer = await http.GetAsync();
        listener.Stop();

        Assert.Equal(UpstreamErrorKind.Unavailable, answer.Error?.Kind);
        Assert.Equal("SecureConnectionError", answer.BrokenBy);
        Assert.Equal(1, answer.Attempts);
        Assert.Equal(0, http.Charges);
        Assert.Equal(1, await serving);
    }

    /// <returns>How many connections came.</returns>
    private static async Task<int> ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        for (var connections = 0; ; connections++)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(certificate);
                // The caller looks at the certificate after that and hangs up.
                await tls.ReadExactlyAsync(new byte[1]);
            }
            catch (Exception error) when (error is AuthenticationException or IOException)
            {
                // As it should be.
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return connections;
            }
        }
    }
}
