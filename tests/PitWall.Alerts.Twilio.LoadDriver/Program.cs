using PitWall.Alerts.Twilio.LoadDriver;

if (args is ["--stub"])
{
    await StubServer.RunAsync();
    return 0;
}

var plan = LoadPlan.Parse(args);
await using var stub = await StubProcess.StartAsync();
await using var contenders = new Contenders(stub.Address);
var report = await LoadRun.RunAsync(plan, contenders.All);
Console.Write(report.ToMarkdown());
return 0;
