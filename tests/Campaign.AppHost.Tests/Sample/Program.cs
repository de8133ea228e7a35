using Campaign.AppHost.Sample;

if (args is ["host", .. var rest])
{
    SampleHost.Run(rest);
}
else
{
    SampleService.Run();
}
